// Loaded into Prism's process by --import. The test run holds the other end of its standard input: when the run ends,
// however it ends, the pipe closes, and Prism with it. A run that is killed cannot clean up after itself.
process.stdin.on("close", () => process.exit()).resume();
// Waiting for that must not keep a Prism alive that gives up by itself. Typed as a terminal; a pipe is a socket.
process.stdin.unref();
