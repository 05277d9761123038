import Tracker from '@openreplay/tracker';
import assist from '@openreplay/tracker-assist';

Object.assign(window, { Tracker, assist });
