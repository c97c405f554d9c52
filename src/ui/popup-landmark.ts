/**
 * Menus and lists are put at the end of the body, outside every landmark of the page. This makes their place one, so that
 * those who move from landmark to landmark find them there.
 */
export const popupLandmark = { role: 'region', 'aria-label': 'Pop-up' } as const;
