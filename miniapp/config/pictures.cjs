/**
 * Turns src/styles/pictures.json into CSS masks: WXML has no inline SVG, and a mask takes the colour of its text.
 * `icons` are 24 px line drawings (class `i-<name>`), `examples` are sketches of papers to photograph (`eg-<name>`).
 */
const fs = require('node:fs');
const path = require('node:path');

const SOURCE = path.join(__dirname, '../src/styles/pictures.json');

const svg = (viewBox, strokeWidth, shapes) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${viewBox}' fill='none' stroke='#000' stroke-width='${strokeWidth}' stroke-linecap='round' stroke-linejoin='round'>${shapes}</svg>`;

const encode = (text) => text.replace(/[#<>]/g, encodeURIComponent);

const rule = (className, text) => `.${className}{--i:url("data:image/svg+xml,${encode(text)}")}`;

/** @param {string} target stylesheet to write */
function buildPictures(target) {
  const { icons, examples } = JSON.parse(fs.readFileSync(SOURCE, 'utf8'));
  const rules = [
    ...Object.entries(icons).map(([name, shapes]) => rule(`i-${name}`, svg('0 0 24 24', 2, shapes))),
    ...Object.entries(examples).map(([name, shapes]) => rule(`eg-${name}`, svg('0 0 76 96', 1.5, shapes))),
  ];
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, `${rules.join('\n')}\n`);
}

module.exports = { buildPictures };
