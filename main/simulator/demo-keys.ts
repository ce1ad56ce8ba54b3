/** Made-up keys, the only ones that the simulator takes unless it is told others. */
export const demoKeys = {
  accessKey: 'DEMOACCESSKEY0000001',
  secretKey: 'DEMOSECRETKEY00000000000000000000000001',
} as const;
