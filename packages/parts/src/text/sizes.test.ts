import { expect } from '@open-wc/testing';
import { sizeWords } from './sizes.js';

describe('sizes', () => {
  it('CMP 7 says how large a file is as its limits are set', () => {
    const sizes = [0, 1, 820, 1_024, 1_434, 482_113, 1_468_006, 26_214_400, 5_368_709_120, 9e15];
    expect(sizes.map(sizeWords)).to.deep.equal([
      '0 bytes',
      '1 byte',
      '820 bytes',
      '1 kB',
      '1.4 kB',
      '471 kB',
      '1.4 MB',
      '25 MB',
      '5 GB',
      '8,381,903 GB',
    ]);
  });
});
