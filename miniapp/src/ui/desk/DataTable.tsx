import { isH5 } from '@miniapp/platform/target';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { a11y } from '../a11y';
import { classes } from '../classes';
import type { TableProps } from '../Table';
import '../../styles/desk.css';

export interface DataTableProps<R> extends TableProps<R> {
  isSelected?: (row: R) => boolean;
}

const SELECTED = 'desk-selected-row';

/** A dense table on the desk; its head stays while its column scrolls, and the chosen row is brought into sight. */
export function DataTable<R>({ caption, columns, rows, rowKey, isSelected }: DataTableProps<R>) {
  const selected = rows.find((row) => isSelected?.(row));
  const key = selected === undefined ? undefined : rowKey(selected);
  useEffect(() => {
    if (isH5 && key !== undefined) document.getElementById(SELECTED)?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <View className="sw-dt" {...a11y({ role: 'table', label: caption })}>
      <View className="sw-dt__row" {...a11y({ role: 'row' })}>
        {columns.map(({ title, right }) => (
          <View
            key={title}
            className={classes('sw-dt__h', right && 'sw-dt__r')}
            {...a11y({ role: 'columnheader' })}
          >
            {title}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View
          key={rowKey(row)}
          {...(rowKey(row) === key && { id: SELECTED })}
          className={classes('sw-dt__row', isSelected?.(row) && 'sw-dt__row_on')}
          {...a11y({ role: 'row', selected: isSelected?.(row) })}
        >
          {columns.map(({ title, cell, right, heading }) => (
            <View
              key={title}
              className={classes('sw-dt__c', right && 'sw-dt__r')}
              {...a11y({ role: heading ? 'rowheader' : 'cell' })}
            >
              {cell(row)}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
