import CobrowseIO from 'cobrowse-sdk-js';

Object.assign(window, { CobrowseIO });
