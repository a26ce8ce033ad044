import { handOver } from '../office/signInWindow';

handOver();
