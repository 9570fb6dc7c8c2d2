// The workflow functions that a worker serves, nothing else.

export { journey } from './journey-run.ts';
