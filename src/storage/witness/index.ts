export { localErasedDatabases, type ErasedDatabases } from './erased-databases';
export { localStorageWitness } from './local-storage-witness';
export { privateFileWitness } from './private-file-witness';
export { isLogMark, suspicionIn, type LogMark, type Suspicion, type Witness } from './witness';
