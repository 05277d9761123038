import { testStories } from './axe.js';

testStories('light, English', 'locale:en;scheme:light');
