/** Made-up keys, the only ones that the simulator accepts unless it is given others. */
export const demoKeys = {
  accessKey: 'DEMOACCESSKEY0000001',
  secretKey: 'DEMOSECRETKEY00000000000000000000000001',
} as const;
