import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { useLong } from './useLong';

export interface Column<R> {
  title: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand right. */
  right?: boolean;
  /** Names the row for a screen reader. */
  heading?: boolean;
}

export interface TableProps<R> {
  /** Said, not drawn. */
  caption: string;
  columns: Array<Column<R>>;
  rows: readonly R[];
  rowKey: (row: R) => string;
}

/** A list of names for villagers: few columns, no scrolling sideways. */
export function Table<R>({ caption, columns, rows, rowKey }: TableProps<R>) {
  const { shown, more } = useLong(rows.length, '行');
  const edge = (index: number) =>
    classes(index === 0 && 'sw-table__first', index === columns.length - 1 && 'sw-table__last');
  return (
    <>
      <View className="sw-table" {...a11y({ role: 'table', label: caption })}>
        <View className="sw-table__r" {...a11y({ role: 'row' })}>
          {columns.map(({ title, right }, index) => (
            <View
              key={title}
              className={classes('sw-table__h', edge(index), right && 'sw-r')}
              {...a11y({ role: 'columnheader' })}
            >
              {title}
            </View>
          ))}
        </View>
        {rows.slice(0, shown).map((row) => (
          <View key={rowKey(row)} className="sw-table__r" {...a11y({ role: 'row' })}>
            {columns.map(({ title, cell, right, heading }, index) => (
              <View
                key={title}
                className={classes('sw-table__c', edge(index), right && 'sw-r')}
                {...a11y({ role: heading ? 'rowheader' : 'cell' })}
              >
                {cell(row)}
              </View>
            ))}
          </View>
        ))}
      </View>
      {more}
    </>
  );
}
