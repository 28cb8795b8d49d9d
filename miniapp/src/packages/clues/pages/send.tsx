import { Send } from '@miniapp/features/clues/Send';

export default function Page() {
  return <Send />;
}
