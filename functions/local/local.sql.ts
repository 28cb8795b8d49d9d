import { statement } from '../adapters';

export interface DemoRow {
  id: string;
  name: string;
  demo: { who: string; office: string; order: number };
}

export const findDemoPeople = statement<DemoRow>(
  'local.people',
  "SELECT id, name, demo FROM person WHERE demo IS NOT NULL ORDER BY (demo->>'order')::int, id",
);
