import { testStories } from './axe.js';

// Arabic is written from right to left.
testStories('dark, Arabic', 'locale:ar;scheme:dark');
