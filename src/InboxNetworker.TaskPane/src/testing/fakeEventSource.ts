/** A stream of server-sent events that says what the test says. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static latest: FakeEventSource;
  static opened = 0;
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.latest = this;
    FakeEventSource.opened++;
  }
  close() {
    this.readyState = FakeEventSource.CLOSED;
  }
  send(name: string, data: string) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
  breakOff(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}
