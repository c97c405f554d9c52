import { serveRelay } from '@/outbound';

// The name is given when the worker is made and cannot be changed: this worker reaches that endpoint for as long as it lives.
serveRelay(self.name, self, (url, request) => fetch(url, request));
