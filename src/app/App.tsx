import './app.css';

export function App() {
  return (
    <main>
      <h1>Momentum</h1>
    </main>
  );
}
