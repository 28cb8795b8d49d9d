import { Clue } from '@miniapp/features/clues/Clue';

export default function Page() {
  return <Clue />;
}
