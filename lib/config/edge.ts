/** What CloudFront adds to what it passes on: that it is CloudFront, and whom it has seen. */
export const EDGE_KEY_HEADER = "x-desk-key";
export const VIEWER_ADDRESS_HEADER = "x-viewer-address";
