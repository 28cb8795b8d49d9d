import type { PropsWithChildren } from 'react';
import '../.cache/weui.css';
import './styles/tokens.css';
import './styles/base.css';
import '../.cache/icons.css';
import './styles/kit.css';

export default function App({ children }: PropsWithChildren) {
  return children;
}
