import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { chartFont, readChartFile } from "../../config/chart-files.ts";
import { pngMeanwhile, type Raster } from "../formats/png.ts";

/** Pixels per unit of the drawing: sharp on paper at about 200 dpi. */
const ZOOM = 2;

/** The font, once it and the rasterizer are loaded: when the first picture is drawn. */
let loading: Promise<Buffer> | undefined;

async function load(): Promise<Buffer> {
  const [wasm, font] = await Promise.all([readChartFile("resvg.wasm"), readChartFile("chart-font.otf")]);
  await initWasm(wasm);
  return font;
}

/** Draws an SVG on white as a PNG of twice its size. Text is set in {@link chartFont} alone: there are no system fonts. */
export async function rasterize(svg: string): Promise<Uint8Array> {
  // A failure is not kept: the next picture tries again.
  loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  const font = await loading;
  const { width, height, data } = drawn(svg, font);
  return pngMeanwhile({ width, height, pixels: "rgba", data });
}

/** What is freed here was copied out of the rasterizer's memory before. */
function drawn(svg: string, font: Buffer): Omit<Raster, "pixels"> {
  const drawing = new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontBuffers: [font], defaultFontFamily: chartFont },
  });
  try {
    const image = drawing.render();
    try {
      return { width: image.width, height: image.height, data: image.pixels };
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
