/**
 * Turns src/styles/pictures.json into CSS masks: WXML has no inline SVG, and a mask takes the colour of its text.
 * `icons` are 24 px line drawings (class `i-<name>`), which every page may use; `examples` are sketches of papers to
 * photograph (`eg-<name>`), a stylesheet of their own, so that the packages that take photos carry them and no other.
 */
const fs = require('node:fs');
const path = require('node:path');
const { writeWhole } = require('./write-whole.cjs');

const SOURCE = path.join(__dirname, '../src/styles/pictures.json');

const svg = (viewBox, strokeWidth, shapes) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${viewBox}' fill='none' stroke='#000' stroke-width='${strokeWidth}' stroke-linecap='round' stroke-linejoin='round'>${shapes}</svg>`;

const encode = (text) => text.replace(/[#<>]/g, encodeURIComponent);

const rule = (className, text) => `.${className}{--i:url("data:image/svg+xml,${encode(text)}")}`;

/** @param {string} folder in which icons.css and examples.css are written */
function buildPictures(folder) {
  const { icons, examples } = JSON.parse(fs.readFileSync(SOURCE, 'utf8'));
  const write = (file, prefix, shapesOf, viewBox, strokeWidth) => {
    const rules = Object.entries(shapesOf).map(([name, shapes]) =>
      rule(`${prefix}-${name}`, svg(viewBox, strokeWidth, shapes)),
    );
    writeWhole(path.join(folder, file), `${rules.join('\n')}\n`);
  };
  write('icons.css', 'i', icons, '0 0 24 24', 2);
  write('examples.css', 'eg', examples, '0 0 76 96', 1.5);
}

module.exports = { buildPictures };
