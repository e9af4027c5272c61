/** The size of media/campus-map.png in pixels. */
export const mapSize: { readonly width: number; readonly height: number }
