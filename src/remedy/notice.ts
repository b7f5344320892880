import type { Order } from '../authorisation/order.ts';

/** Notice to the person concerned: at release, or when a delay that a court allowed ends. Never "not at all" (mission C3). */
export const noticeDue = (notice: Order['notice'], at: string): boolean =>
  notice.position === 'notify' || notice.until <= at;
