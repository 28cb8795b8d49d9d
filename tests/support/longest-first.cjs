// Jest's own: it comes with jest.
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes long however short its file is, the longest first. */
const LONG = [/integration\/rehearse\.|weapp\/cloudbase\./, /\/web\//, /\/(?:weapp|load)\//];

/**
 * Jest remembers how long a file took; on a machine that has never run the tests it goes by the size of the file, and a
 * long test in a short file is then left running alone at the end.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const known = super.sort(tests);
    const rank = ({ path, duration }) => {
      const at = duration === undefined ? LONG.findIndex((one) => one.test(path)) : -1;
      return at < 0 ? LONG.length : at;
    };
    return known.toSorted((a, b) => rank(a) - rank(b));
  }
}

module.exports = LongestFirst;
