/** Under whose name the settings that come with the system are kept: nobody published them. */
export const FIRST_PUBLISHER = 'This system';
