import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: join(import.meta.dirname, "web"),
  plugins: [react()],
  // The client is bundled from its source: nothing has to be built before.
  resolve: { conditions: ["@agent-chats/source", "module", "browser", "development|production"] },
  // A data: address would need a hole in the Content-Security-Policy. One stylesheet, and no preloading of what is wanted
  // later: the script that would do either is larger than what it saves.
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: false },
  clearScreen: false,
});
