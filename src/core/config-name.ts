/** The name of a team's file of settings. */
export const configName = '.candor.yml';
