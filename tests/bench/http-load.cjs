/**
 * A client that costs next to nothing: one connection always has one request on the way, answers are counted by their
 * bytes. Runs as a process of its own, so that what it measures has a processor to itself.
 *
 * node http-load.cjs PORT PATH CONNECTIONS WARM_UP_MS MEASURE_MS → answers per second
 */
const net = require('node:net');

const [port, path, connections, warmUp, measure] = process.argv.slice(2);
const REQUEST = Buffer.from(
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\nconnection: keep-alive\r\n\r\n`,
);

let counting = false;
let answers = 0;

function connect() {
  const socket = net.connect(Number(port), '127.0.0.1');
  socket.setNoDelay(true);
  /** Bytes of an answer: all have the same number, but the first says how many. */
  let length = 0;
  let got = 0;
  let head = Buffer.alloc(0);
  socket.on('connect', () => socket.write(REQUEST));
  socket.on('data', (part) => {
    if (length === 0) {
      head = Buffer.concat([head, part]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const lines = head.toString('latin1', 0, end);
      const said = /content-length: (\d+)/i.exec(lines);
      if (!lines.startsWith('HTTP/1.1 200') || said === null) throw new Error(lines);
      length = end + 4 + Number(said[1]);
      got = head.length;
    } else got += part.length;
    if (got < length) return;
    if (got > length) throw new Error('more than one answer');
    got = 0;
    if (counting) answers += 1;
    socket.write(REQUEST);
  });
  socket.on('error', (error) => {
    throw error;
  });
}

for (let i = 0; i < Number(connections); i += 1) connect();
setTimeout(() => {
  counting = true;
  const started = process.hrtime.bigint();
  setTimeout(() => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    console.log(Math.round(answers / seconds));
    process.exit(0);
  }, Number(measure));
}, Number(warmUp));
