// The page begins here.

import './look/base.css';
import '@xyflow/react/dist/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { prepare } from './prepare.ts';
import { readRoute } from './state/route.ts';

prepare(readRoute(location));
createRoot(assertRoot()).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

function assertRoot(): HTMLElement {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  return root;
}
