import { describe, expect, it } from 'vitest';
import { sign } from '../../../main/mi/signature.ts';

const demo = {
  timestamp: 1767225600000,
  accessKey: 'DEMOACCESSKEY0000001',
  secretKey: 'DEMOSECRETKEY00000000000000000000000001',
};
const project = '/api/v1/workspaces/my-workspace/projects';

describe('sign', () => {
  it('agrees with the published vector', () => {
    const signature = sign({
      method: 'GET',
      target: '/vserver/v2/getServerInstanceList?responseFormatType=json',
      timestamp: 1234567890123,
      accessKey: 'TestAccessKey',
      secretKey: 'TestSecretKey',
    });
    expect(signature).toBe('FPsYYX8fuMAgi+cue3eACOW0dNtIwu1LYWfg/megA2M=');
  });

  it.each([
    ['GET', '/api/v1/workspaces?pageNum=1&pageSize=100', '3odKRV58SNAVr71BTJfdVosM4DOe81LQ1CXNiEh49ok='],
    ['GET', project, 'ZJkrB12IhiIhwtpVGfrxJZQ93wu2SxB4aoFLtWZV9OU='],
    ['GET', `${project}/1234/assets?pageNum=1&pageSize=1000`, 'tvtJKl7KYefNhhzQiW5hrmqGaVLpUnpQNZGxmAzFRzE='],
    ['GET', `${project}/1234/assets/5678/import-status`, 'uO39yP234Hb2SUN/tsO+PbTCoQkG/d67N4wG1R9JmuA='],
    ['POST', `${project}/1234/assets/import/object-storage`, 'CrGynO2h/BbZZDkTogtK+KJQ1HN8RxmrMqJK3hNXorQ='],
  ])('signs %s %s', (method, target, signature) => {
    expect(sign({ ...demo, method, target })).toBe(signature);
  });
});
