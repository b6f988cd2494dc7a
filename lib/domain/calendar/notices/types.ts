/** One holiday as a notice of the State Council's General Office arranges it (放假调休安排). */
export type NoticeHoliday = {
  /** As in the notice: 元旦, 春节, … */
  readonly name: string;
  /** First and last date off, `YYYY-MM-DD`, weekend days included where the notice includes them. */
  readonly from: string;
  readonly to: string;
  /** Days off as the notice counts them (共 n 天); checks the two dates. */
  readonly days: number;
  /** Saturdays and Sundays worked in return (补班). */
  readonly makeUpWorkdays: readonly string[];
};

/** A yearly notice 国务院办公厅关于 … 年部分节假日安排的通知. */
export type HolidayNotice = {
  readonly year: number;
  readonly title: string;
  /** 国办发明电 number. */
  readonly documentNumber: string;
  /** Date of issue, `YYYY-MM-DD`. */
  readonly publishedOn: string;
  /** Page of the notice at gov.cn; null while unconfirmed. */
  readonly address: string | null;
  readonly holidays: readonly NoticeHoliday[];
};
