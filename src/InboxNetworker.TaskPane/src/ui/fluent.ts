import { Updates } from '@microsoft/fast-element';
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/message-bar.js';
import '@fluentui/web-components/progress-bar.js';
import '@fluentui/web-components/text-input.js';
import '@fluentui/web-components/textarea.js';

// Fluent's attributes, which its styles rest on, follow its properties a frame later, and what was painted would move.
Updates.setMode(false);
