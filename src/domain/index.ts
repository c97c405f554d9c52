export { MomentumError } from './errors';
