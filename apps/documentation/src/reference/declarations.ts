import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "../repository.ts";
import type { EntryPoint } from "./entry-points.ts";

/** Something that a module exports. */
export interface Declaration {
  readonly name: string;
  readonly kind: "function" | "class" | "value" | "type";
  /** Its doc comment, without the signs of a comment; empty where there is none. */
  readonly comment: string;
  /** As it is declared, with the comments of its members, without what it does inside. */
  readonly code: string;
  /** The file that declares it, from the root of the repository. */
  readonly source: string;
}

/** What each entry point exports, in the order of names. Throws an error where a source does not compile. */
export function findDeclarations(entryPoints: readonly EntryPoint[]): Map<EntryPoint, Declaration[]> {
  const files = entryPoints.map(({ source }) => join(root, source));
  const config = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.config.compilerOptions, root);
  const program = ts.createProgram(files, {
    ...options,
    noEmit: false,
    emitDeclarationOnly: true,
    declarationMap: false,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  });
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, formatHost));
  const declared = createDeclared(program);
  const checker = program.getTypeChecker();
  return new Map(
    entryPoints.map((entryPoint, index) => {
      const file = program.getSourceFile(files[index] ?? "");
      const module = file && checker.getSymbolAtLocation(file);
      const symbols = module ? checker.getExportsOfModule(module) : [];
      const found = symbols.map((symbol) => declared(symbol.name, follow(checker, symbol)));
      return [entryPoint, found.flatMap((each) => each ?? []).sort((left, right) => (left.name < right.name ? -1 : 1))];
    }),
  );
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

function follow(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Finds what a symbol is declared as in the declarations that the compiler emits. Generated code of specs is left out. */
function createDeclared(program: ts.Program) {
  const emitted = new Map<string, ts.SourceFile>();
  program.emit(
    undefined,
    (path, text, _, __, sources) => {
      for (const source of sources ?? []) {
        emitted.set(source.fileName, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
      }
    },
    undefined,
    true,
  );
  return (name: string, symbol: ts.Symbol): Declaration | undefined => {
    const source = symbol.declarations?.[0]?.getSourceFile().fileName;
    if (source === undefined || source.includes("/packages/schema/")) return undefined;
    const file = emitted.get(source);
    const statements = file?.statements.filter((statement) => namesOf(statement).includes(symbol.name)) ?? [];
    return file && statements.length > 0 ? toDeclaration(name, statements, file, relative(root, source)) : undefined;
  };
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((each) => each.name.getText());
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function toDeclaration(name: string, statements: readonly ts.Statement[], file: ts.SourceFile, source: string) {
  const [first] = statements;
  const texts = statements.map((statement) => statement.getText(file).replace(/^export (declare )?/, ""));
  // The compiler indents by four blanks.
  const code = texts.join("\n").replace(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2));
  return {
    ...{ name, code, source },
    kind: first ? kindOf(first) : "type",
    comment: first ? commentOf(first, file) : "",
  } as const;
}

function kindOf(statement: ts.Statement): Declaration["kind"] {
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isClassDeclaration(statement)) return "class";
  return ts.isVariableStatement(statement) ? "value" : "type";
}

function commentOf(statement: ts.Statement, file: ts.SourceFile): string {
  const [comment] = ts.getJSDocCommentsAndTags(statement);
  const text = comment?.getText(file) ?? "";
  return text
    .replace(/^\/\*\*\s?|\s*\*\/$/g, "")
    .replace(/^ *\* ?/gm, "")
    .trim();
}
