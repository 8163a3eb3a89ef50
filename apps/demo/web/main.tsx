import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./components/app.tsx";
import { Guard } from "./components/guard.tsx";
// The same type on every system: a browser fetches only the alphabets that it shows.
import "@fontsource-variable/inter/index.css";
import "./styles/index.css";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Guard>
        <App />
      </Guard>
    </StrictMode>,
  );
}
