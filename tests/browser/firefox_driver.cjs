// Playwright tells each browser a colour scheme and ends where one cannot take it, as Debian's Firefox: here it may fail.
const { Module } = require("node:module");

const SEND = '.send("emulation.setMediaFeaturesOverride"';
const compile = Module.prototype._compile;

Module.prototype._compile = function (source, ...rest) {
  return compile.call(this, source.replaceAll(SEND, SEND.replace("send", "sendMayFail")), ...rest);
};
