export { atMostOnceAFrame } from './at-most-once-a-frame';
