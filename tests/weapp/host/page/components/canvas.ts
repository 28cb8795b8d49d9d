import { WxElement } from './wx-element';

/** What a selector query gives as the node of a 2d canvas. */
export interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D | null;
  toDataURL(type?: string, quality?: number): string;
  createImage(): HTMLImageElement;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
}

const canvases = new WeakMap<CanvasNode, HTMLCanvasElement>();

/** The drawing behind a node, for canvasToTempFilePath. */
export const drawingOf = (node: CanvasNode): HTMLCanvasElement | undefined => canvases.get(node);

export class WxCanvas extends WxElement {
  private drawing?: HTMLCanvasElement;
  private made?: CanvasNode;

  protected override start(): void {
    this.drawing = this.addNative('canvas');
  }

  node(): CanvasNode | undefined {
    const { drawing } = this;
    if (!drawing) return undefined;
    this.made ??= nodeOf(drawing);
    return this.made;
  }
}

function nodeOf(drawing: HTMLCanvasElement): CanvasNode {
  const node: CanvasNode = {
    get width() {
      return drawing.width;
    },
    set width(width) {
      drawing.width = width;
    },
    get height() {
      return drawing.height;
    },
    set height(height) {
      drawing.height = height;
    },
    getContext: (kind) => drawing.getContext(kind),
    toDataURL: (type, quality) => drawing.toDataURL(type, quality),
    createImage: () => new Image(),
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id) => cancelAnimationFrame(id),
  };
  canvases.set(node, drawing);
  return node;
}
