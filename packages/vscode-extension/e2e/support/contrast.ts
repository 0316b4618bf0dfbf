import type { Locator } from "playwright-core";

type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** How well a text can be read on what is behind it, as WCAG reckons contrast: from 1 to 21, of which 4.5 is enough. */
export async function contrastOf(text: Locator): Promise<number> {
  const written = await text.evaluate((element) => {
    const backgrounds: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      backgrounds.unshift(getComputedStyle(at).backgroundColor);
    // A page of a webview lies on the editor.
    const probe = element.ownerDocument.createElement("i");
    probe.style.backgroundColor = "var(--vscode-editor-background)";
    element.append(probe);
    backgrounds.unshift(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return { colour: getComputedStyle(element).color, backgrounds };
  });
  const behind = written.backgrounds.map(parsed).reduce(laidOver, [255, 255, 255, 1]);
  const [one, other] = [lightness(laidOver(behind, parsed(written.colour))), lightness(behind)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function parsed(colour: string): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, opacity];
}

function laidOver([red, green, blue]: Colour, [r, g, b, opacity]: Colour): Colour {
  const mixed = (below: number, above: number) => below * (1 - opacity) + above * opacity;
  return [mixed(red, r), mixed(green, g), mixed(blue, b), 1];
}

function lightness([red, green, blue]: Colour): number {
  const linear = (part: number) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
