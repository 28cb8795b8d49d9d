import { Clues } from '@miniapp/features/clues/Clues';

export default function Page() {
  return <Clues />;
}
