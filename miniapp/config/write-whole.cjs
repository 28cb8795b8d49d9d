const fs = require('node:fs');
const path = require('node:path');

/** Writes a file that another build may be reading: it sees the old one or the new one, never a half. */
function writeWhole(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, text);
  fs.renameSync(mine, file);
}

module.exports = { writeWhole };
