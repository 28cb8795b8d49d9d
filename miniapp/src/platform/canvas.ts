import Taro from '@tarojs/taro';
import { isWeapp } from './target';

/** A finger's place on the canvas, in px from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A canvas ready to be drawn on with a finger. */
export interface Ink {
  begin(at: Point): void;
  line(to: Point): void;
  clear(): void;
  /** PNG of what is drawn: a temporary file on weapp, a data URL on H5. */
  toImage(): Promise<string>;
  /** Where the finger of a touch or mouse event is. */
  point(event: unknown): Point | undefined;
}

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
}

/** Finds the canvas with this id, fits its pixels to the screen and paints it white. Undefined when it is not there. */
export async function openInk(id: string, colour: string, thickness: number): Promise<Ink | undefined> {
  const found = await (isWeapp ? findOnWeapp(id) : findOnH5(id));
  if (!found) return undefined;
  const { node, width, height, ratio } = found;
  node.width = width * ratio;
  node.height = height * ratio;
  const pen = node.getContext('2d');
  pen.scale(ratio, ratio);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.lineWidth = thickness;
  pen.strokeStyle = colour;
  const paper = () => {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
  };
  paper();
  return {
    begin({ x, y }) {
      pen.beginPath();
      pen.moveTo(x, y);
      // A dot is a stroke too.
      pen.lineTo(x, y + 0.1);
      pen.stroke();
    },
    line({ x, y }) {
      pen.lineTo(x, y);
      pen.stroke();
    },
    clear: paper,
    toImage: () => (isWeapp ? imageOnWeapp(node) : Promise.resolve(imageOnH5(node))),
    point: (event) => (isWeapp ? pointOnWeapp(event) : pointOnH5(event, id)),
  };
}

interface Found {
  node: CanvasNode;
  width: number;
  height: number;
  ratio: number;
}

function findOnWeapp(id: string): Promise<Found | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([result]: Array<{ node?: CanvasNode; width: number; height: number } | null>) => {
        const ratio = Taro.getWindowInfo().pixelRatio;
        resolve(result?.node ? { ...result, node: result.node, ratio } : undefined);
      });
  });
}

function findOnH5(id: string): Promise<Found | undefined> {
  const node = document.getElementById(id);
  if (!(node instanceof HTMLCanvasElement)) return Promise.resolve(undefined);
  const { width, height } = node.getBoundingClientRect();
  return Promise.resolve({
    node: node as unknown as CanvasNode,
    width,
    height,
    ratio: window.devicePixelRatio || 1,
  });
}

async function imageOnWeapp(node: CanvasNode): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    fileType: 'png',
  });
  return tempFilePath;
}

const imageOnH5 = (node: CanvasNode) => (node as unknown as HTMLCanvasElement).toDataURL('image/png');

interface Finger {
  x?: number;
  y?: number;
  clientX?: number;
  clientY?: number;
}

function pointOnWeapp(event: unknown): Point | undefined {
  const finger = (event as { touches?: Finger[] }).touches?.[0];
  return finger?.x === undefined || finger.y === undefined ? undefined : { x: finger.x, y: finger.y };
}

function pointOnH5(event: unknown, id: string): Point | undefined {
  const { touches, clientX, clientY } = event as Finger & { touches?: ArrayLike<Finger> };
  const finger = touches?.[0] ?? { clientX, clientY };
  const box = document.getElementById(id)?.getBoundingClientRect();
  if (!box || finger.clientX === undefined || finger.clientY === undefined) return undefined;
  return { x: finger.clientX - box.left, y: finger.clientY - box.top };
}
