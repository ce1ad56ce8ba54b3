import { startSimulator } from '../../../main/simulator/server.ts';

/** The service in a process of its own, with a project of so many ended assets. Prints the address and the project. */
const count = Number(process.argv[2]);
const simulator = await startSimulator({ seed: 7 });
simulator.world.addWorkspace('news-archive');
const { projectId } = simulator.world.addProject('news-archive', 'All of it');
for (let number = 1; number <= count; number += 1) {
  simulator.world.addAsset({
    workspace: 'news-archive',
    projectId,
    fileName: `evening_news_${number}_master.mov`,
    script: { endsAfterMs: 0, as: 'COMPLETED' },
  });
}
process.on('disconnect', () => void simulator.stop());
process.send?.({ url: simulator.url, projectId });
