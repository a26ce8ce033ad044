import type { HTMLAttributes } from 'preact';

interface Fluent<T extends HTMLElement = HTMLElement> extends HTMLAttributes<T> {
  slot?: string;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'fluent-button': Fluent & {
        appearance?: 'primary' | 'outline' | 'subtle' | 'transparent' | undefined;
        size?: 'small' | 'medium' | undefined;
        'icon-only'?: true | undefined;
        'disabled-focusable'?: true | undefined;
        disabled?: boolean | undefined;
      };
      'fluent-message-bar': Fluent & { intent: 'success' | 'info' | 'warning' | 'error'; layout?: 'multiline' };
      'fluent-progress-bar': Fluent & { value?: number | undefined; max?: number | undefined; shape?: 'rounded' };
      'fluent-text-input': Fluent<HTMLElement & { value: string }> & {
        value: string;
        type?: 'text' | 'search';
        placeholder?: string;
        readOnly?: boolean;
        maxlength?: number;
      };
      'fluent-textarea': Fluent<HTMLElement & { value: string }> & {
        value: string;
        readOnly?: boolean;
        resize?: 'none' | 'vertical';
        block?: boolean;
        'auto-resize'?: true;
      };
    }
  }
}
