#!/usr/bin/env -S node --conditions=@agent-chats/source
// The command inside this repository, where nothing has to be built. The published package names dist/cli.js instead.
import "../src/cli.ts";
