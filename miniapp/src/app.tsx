import type { PropsWithChildren } from 'react';
import '../.cache/weui.css';
import './styles/tokens.css';
import './styles/base.css';

export default function App({ children }: PropsWithChildren) {
  return children;
}
